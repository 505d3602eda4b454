/**
 * Makes an element with this class. Unless it is for screen readers only, it is also a part of that
 * name.
 */
export function make(tag: string, name: string, role?: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  if (name !== "quiet") element.setAttribute("part", name);
  if (role) element.setAttribute("role", role);
  return element;
}
