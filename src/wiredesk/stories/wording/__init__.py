"""What is read of an article: its terms, what they weigh, words of one sense, its people and places."""
