/** Makes a value at its first reading and keeps it: for what is made of the referential, which does not change. */
export function kept<Key, Value extends object | string>(make: (key: Key) => Value): (key: Key) => Value {
  const values = new Map<Key, Value>();
  return (key) => {
    const value = values.get(key) ?? make(key);
    values.set(key, value);
    return value;
  };
}
