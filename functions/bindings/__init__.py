"""Cloudflare's services as adapters of the ports. JavaScript values end here: what leaves these modules is Python."""
