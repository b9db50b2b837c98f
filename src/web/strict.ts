/** The same data, that throws when a template reads a key it lacks: `it.model.titel` prints nothing in EJS. */
export function guarded(value: object, path: string): object {
  const copy = Array.isArray(value)
    ? value.map((one, index) => guardedValue(one, `${path}[${index}]`))
    : guardedEntries(value, path);
  return new Proxy(copy, {
    get(target, key, receiver) {
      if (typeof key === 'string' && !(key in target) && !askedByRuntime.has(key)) {
        throw new TypeError(`${path} has no “${key}”. It has: ${Object.keys(target).join(', ')}.`);
      }
      return Reflect.get(target, key, receiver);
    },
  });
}

/** `JSON.stringify` and `await` look for these on whatever they get. */
const askedByRuntime = new Set(['toJSON', 'then']);

function guardedEntries(value: object, path: string): object {
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, guardedValue(one, `${path}.${key}`)]));
}

/** Dates, maps and functions are left alone: their methods want the object itself. */
function guardedValue(value: unknown, path: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const prototype = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null ? guarded(value, path) : value;
}
