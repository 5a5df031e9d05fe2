"""Pages of the officers, downloads, and the public page a colophon's QR code leads to."""
