/** Makes an element of this class; it is a part of that name as well, unless it is for screen readers only. */
export function make(tag: string, name: string, role?: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  if (name !== "quiet") element.setAttribute("part", name);
  if (role) element.setAttribute("role", role);
  return element;
}
