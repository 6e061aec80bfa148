"""`python -m bot` is the command line `partnership-bot`."""

from bot.cli.entry import main

if __name__ == "__main__":
    main()
