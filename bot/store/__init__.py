"""The only room that knows SQL. Rows in, core values out; no row ever leaves."""
