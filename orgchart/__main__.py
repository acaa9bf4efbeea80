"""`python -m orgchart`."""

from orgchart.cli import main

if __name__ == "__main__":
    main()
