"""The small line drawings beside words: 16 × 16, drawn with the colour of their text."""

SHAPES: dict[str, str] = {
    "ring": '<circle cx="8" cy="8" r="6" stroke-dasharray="3 2.2"/>',
    "pencil": '<path d="M3 13l.6-3L10.7 3l2.3 2.3L6 12.4z"/>',
    "clock": '<circle cx="8" cy="8" r="6.2"/><path d="M8 4.5V8l2.4 1.8"/>',
    "half": '<circle cx="8" cy="8" r="6.2"/><path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor"/>',  # noqa: E501
    "back": '<path d="M6 3L2.5 6.5 6 10M2.5 6.5h7a4 4 0 0 1 0 8H7"/>',
    "check": '<path d="M2.5 8.5l3.7 3.8 7.3-8"/>',
    "cross": '<path d="M3.5 3.5l9 9M12.5 3.5l-9 9"/>',
    "plus": '<path d="M8 3v10M3 8h10"/>',
    "dash": '<path d="M3 8h10"/>',
    "note": '<path d="M3 2.5h10v11H3zM5.5 6h5M5.5 9.5h5"/>',
    "flag": '<path d="M3.5 14.5v-12h9l-2.2 3.4 2.2 3.4h-9"/>',
    "warning": '<path d="M8 2.2l6.3 11.3H1.7zM8 6.5v3.3M8 11.8v.1"/>',
    "search": '<circle cx="7" cy="7" r="4.7"/><path d="M10.5 10.5L14 14"/>',
    "arrow": '<path d="M3 8h10M9 4l4 4-4 4"/>',
    "menu": '<path d="M2.5 4h11M2.5 8h11M2.5 12h11"/>',
}
