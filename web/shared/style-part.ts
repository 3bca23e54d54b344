/**
 * A part of a style sheet: text for every page; a rule with what a page must have for it, any of the lists; or a group,
 * such as a layer, with what it begins with. A requirement is a class (`.name`) or a data attribute as HTML has it
 * (`data-x="10"`).
 */
export type StylePart = string | { needs: string[][]; css: string } | { open: string; parts: StylePart[] };
