/** An object's fields, as the comparison and its rules see them. No version returns this class. */
export class Fields extends Map {}
