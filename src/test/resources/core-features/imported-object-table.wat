(module (import "" "t" (table 1 anyref)))
