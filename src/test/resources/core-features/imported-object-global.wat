(module (import "" "g" (global eqref)))
