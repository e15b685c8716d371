"""Text logs: application lines, a web server's access log, measurements as CSV.

Each function yields records as bytes, line feed included.
"""

COMPONENTS = ("net.Http", "db.Pool", "auth.Token", "cart.Service", "jobs.Queue", "cache.Store")
USERS = ("ada", "grace", "edsger", "barbara", "niklaus", "zoé", "小林")
LEVELS = ("DEBUG", "INFO", "INFO", "INFO", "INFO", "WARN", "ERROR")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

# An incident comes at these records of every thousand: errors pile up, and then it is quiet again.
INCIDENT = range(120, 160)

TRACE = (
    "java.sql.SQLTransientConnectionException: no connection within 3000 ms",
    "\tat db.Pool.borrow(Pool.java:212)",
    "\tat cart.Service.total(Service.java:88)",
)


def message(source, level, component):
    millis = source.expovariate(1 / 40)
    user = USERS[int(source.random() * len(USERS))]
    number = int(source.random() * 100_000)
    if level == "ERROR":
        return f"request {number} of {user} failed after {millis:.1f} ms: pool exhausted"
    if level == "WARN":
        return f"slow answer, took {millis * 20:.1f} ms, queue={number % 50}"
    if component == "auth.Token":
        return f"token renewed for {user}, expires in {number % 3600} s"
    return f"request {number} of {user} done, took {millis:.1f} ms, bytes={number * 7}"


def lines(source, times):
    for count, time in enumerate(times):
        trouble = count % 1000 in INCIDENT
        level = "ERROR" if trouble and source.random() < 0.5 else source.choice(LEVELS)
        component = "db.Pool" if trouble else source.choice(COMPONENTS)
        stamp = time.strftime("%Y-%m-%d %H:%M:%S")
        text = message(source, level, component)
        line = f"{stamp}.{time.microsecond // 1000:03d} {level:<5} {component}: {text}\n"
        if trouble and level == "ERROR" and source.random() < 0.2:
            line += "\n".join(TRACE) + "\n"
        yield line.encode()


PATHS = ("/", "/cart", "/cart/items", "/search?q=acorn", "/login", "/static/app.css", "/api/v1/orders")
AGENTS = ("curl/8.5.0", "Mozilla/5.0 (X11; Linux x86_64) Firefox/128.0", "Googlebot/2.1")


def access(source, times):
    for time in times:
        host = f"192.0.2.{source.randrange(1, 255)}"
        user = source.choice(USERS[:5]) if source.random() < 0.3 else "-"
        method = "POST" if source.random() < 0.15 else "GET"
        status = source.choices((200, 304, 404, 500, 503), (80, 10, 6, 3, 1))[0]
        size = "-" if status == 304 else str(int(source.lognormvariate(8, 1.5)))
        stamp = f"{time.day:02d}/{MONTHS[time.month - 1]}/{time.strftime('%Y:%H:%M:%S')} +0000"
        path, agent = source.choice(PATHS), source.choice(AGENTS)
        line = f'{host} - {user} [{stamp}] "{method} {path} HTTP/1.1" {status} {size} "-" "{agent}"\n'
        yield line.encode()


SENSORS = (("boiler", 71.0, "°C"), ("pump", 2.4, "bar"), ("fan", 1180.0, "1/min"), ("door", 0.0, ""))
NOTES = ("", "", "", "", "calibrated", '"hot", says the label', "first line\nsecond line", "a, b and c")


def quoted(text):
    special = any(byte in text for byte in ',"\n')
    return '"' + text.replace('"', '""') + '"' if special else text


def fields(source, times):
    """Measurements; the first record is a header."""
    yield b"time,sensor,value,unit,note\n"
    for time in times:
        name, usual, unit = source.choice(SENSORS)
        value = round(source.gauss(usual, 1 + usual / 50), 3)
        note = source.choice(NOTES)
        stamp = time.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        record = f"{stamp},{name},{value},{unit},{quoted(note)}\n"
        yield record.encode()


PARTS = ("http.Edge", "http.Api", "auth.Token", "cart.Service", "orders.Saga", "db.Pool", "cache.Store", "jobs.Queue",
         "mail.Sender", "search.Index", "files.Blob", "audit.Trail")
SHARES = (2, 30, 60, 5, 3)
SERVICE_LEVELS = ("TRACE", "DEBUG", "INFO", "WARN", "ERROR")
USUAL = ("heartbeat", "connection returned to the pool", "cache refreshed", "no work in the queue")


def service_message(source, level, number):
    """Four in five messages are like no other: identifiers, sizes, times."""
    request, size = f"{source.getrandbits(48):012x}", source.getrandbits(20)
    if level == "ERROR":
        return (
            "pool exhausted: no connection within 3000 ms"
            if source.random() < 0.25
            else f"request {request} failed after {size % 9000} ms with status {500 + size % 4}; user={number % 50021}"
        )
    if source.random() < 0.28:
        return USUAL[min(int(source.expovariate(1)), len(USUAL) - 1)]
    return (
        f"request {request} of user {number % 50021} done: status=200 bytes={size} took={size % 977}.{size % 10} ms "
        f"from 10.{size % 256}.{number % 256}.7 \"GET /api/v2/items/{size}\""
    )


def service(source, times):
    """A busy service: many different messages, times to the microsecond, a stack trace now and then."""
    second, stamp = None, ""
    for number, time in enumerate(times):
        if second != (second := time.replace(microsecond=0)):
            stamp = time.strftime("%Y-%m-%d %H:%M:%S")
        level = source.choices(SERVICE_LEVELS, SHARES)[0]
        text = service_message(source, level, number)
        part = PARTS[int(source.random() ** 2 * len(PARTS))]
        line = f"{stamp}.{time.microsecond:06d} {level:<5} {part}: {text}\n"
        if level == "ERROR" and source.random() < 0.1:
            line += "\n".join(TRACE) + "\n"
        yield line.encode()
