/**
 * The path of the first difference between two JSON values, or `undefined`. A property that `found`
 * has besides may be `null`: some contestants name every field that the server left out.
 */
export function difference(expected, found, path = "$") {
  if (!isObject(expected) || !isObject(found)) {
    return Object.is(expected, found) ? undefined : path;
  }
  if (Array.isArray(expected) !== Array.isArray(found)) return path;
  for (const name of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    const inner = `${path}.${name}`;
    const isAddition = !Object.hasOwn(expected, name);
    if (isAddition && (Array.isArray(found) || found[name] !== null)) return inner;
    const differs = isAddition ? undefined : difference(expected[name], found[name], inner);
    if (differs) return differs;
  }
  return undefined;
}

const isObject = (value) => typeof value === "object" && value !== null;
