"""`python -m innopraktik_match` is the command `innopraktik-match`."""

from innopraktik_match.cli import main

if __name__ == "__main__":
    main()
