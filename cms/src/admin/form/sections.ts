/** A part of a form: its heading, and the fields below it in the order of the form. */
export interface FormSection {
  readonly title: string;
  readonly help?: string;
  readonly fields: readonly string[];
  /** Whether it opens with the form. The others open when their heading is pressed, or an error is in them. */
  readonly open?: boolean;
}

/** The parts of a form. Fields that are in none of them come first, without a heading. */
export type FormSections = readonly FormSection[];

interface Field {
  readonly name: string;
  readonly attribute: object;
}

type Row<F extends Field> = readonly F[];
type Panel<F extends Field> = readonly Row<F>[];

/** What Strapi hands to those who change the layout of a form. */
interface FormLayout<F extends Field> {
  readonly layout: { readonly layout: readonly Panel<F>[]; readonly settings: { readonly mainField?: string } };
}

/** The type of the field that shows a heading; its component is registered under this name. */
export const headingType = 'quiet-room-heading';

const headingRow = (section: FormSection, mainField: string) => [
  {
    // A field of the form that everyone may read who may open the form: without that right, nothing would be shown.
    name: mainField,
    type: headingType,
    attribute: { type: headingType, section },
    label: section.title,
    size: 12,
    visible: true,
  },
];

/**
 * Returns a layout in which each section is a panel of its own below its heading. A layout without all of the sections'
 * fields is another form, and stays as it is.
 */
export const withSections = <F extends Field, L extends FormLayout<F>>(given: L, sections: FormSections): L => {
  const { layout, settings } = given.layout;
  const rows = layout.flat();
  const names = new Set(rows.flatMap((row) => row.map(({ name }) => name)));
  if (!sections.every(({ fields }) => fields.every((field) => names.has(field)))) return given;
  const sectionOf = ([first]: Row<F>) => sections.find(({ fields }) => first && fields.includes(first.name));
  const mainField = settings.mainField ?? 'title';
  const panels = [
    rows.filter((row) => sectionOf(row) === undefined),
    ...sections.map((section) => [headingRow(section, mainField), ...rows.filter((row) => sectionOf(row) === section)]),
  ].filter((panel) => panel.length > 0);
  return { ...given, layout: { ...given.layout, layout: panels } };
};
