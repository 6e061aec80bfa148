"""Use cases. One function = one transaction, one sentence a partner would say."""
