/** An object's own fields, as the comparison and its rules see them. No version gives one out. */
export class Fields extends Map {}
