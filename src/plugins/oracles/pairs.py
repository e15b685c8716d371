"""Rows of lines with `key=value` pairs, found character by character."""

LEVELS = ["debug", "info", "warn", "error"]


def end_of_quoted(text, start):
    """The position behind the quote that closes the one at `start`, or None."""
    at = start + 1
    while at < len(text):
        if text[at] == '"':
            return at + 1
        at += 2 if text[at] == "\\" else 1
    return None


def end_of_word(text, start, stops):
    return next((at for at in range(start, len(text)) if text[at] in stops), len(text))


def pairs(text):
    """Key, value as written, and where the pair starts and ends."""
    at = 0
    while at < len(text):
        equals = end_of_word(text, at, ' \t="')
        if equals == at or text[equals : equals + 1] != "=":
            at = max(equals, at + 1)
            continue
        end = end_of_quoted(text, equals + 1) if text[equals + 1 : equals + 2] == '"' else None
        end = end or end_of_word(text, equals + 1, " \t")
        yield text[at:equals], text[equals + 1 : end], at, end
        at = end


def unquoted(value):
    if len(value) < 2 or value[0] != '"' or value[-1] != '"':
        return value
    out, escaped = "", False
    for character in value[1:-1]:
        if character == "\\" and not escaped:
            escaped = True
            continue
        out, escaped = out + character, False
    # A lone backslash at the end escapes nothing.
    return out + "\\" if escaped else out


def row(text, keys, least, rest):
    cells, others, level, behind = dict.fromkeys(keys, ""), [], len(LEVELS), 0
    for key, value, start, end in pairs(text):
        if key == "level" and value in LEVELS:
            level = LEVELS.index(value)
        others.append(text[behind:start])
        if key in cells:
            cells[key] = unquoted(value)
        else:
            others[-1] += text[start:end]
        behind = end
    if level < LEVELS.index(least):
        return None
    others.append(text[behind:])
    kept = [" ".join(word for part in others for word in part.split(" ") if word)]
    return list(cells.values()) + (kept if rest else [])


def rows(data, settings):
    keys = [key.strip() for key in settings.get("keys", "time,level,msg").split(",")]
    for line in data.split(b"\n")[:-1]:
        text = line.decode("utf-8", "replace").removesuffix("\r").replace("\x04", "\ufffd")
        found = row(text, keys, settings.get("least", "debug"), settings.get("rest", True))
        if found is not None:
            yield found
