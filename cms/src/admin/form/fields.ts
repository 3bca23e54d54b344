import type { ComponentType } from 'react';
import { RichTextField } from '#src/admin/rich-text/RichTextField';
import { DateField, DateTimeField, TimeField } from './CalendarField';
import { SectionHeading } from './SectionHeading';
import { headingType } from './sections';
import { LineField, LongTextField } from './TextField';

/** Strapi's type of such a component has no props, although it passes those of the field. */
const component = <Props extends object>(field: (props: Props) => React.JSX.Element) => field as ComponentType;

/** What the forms show for each type of field, in place of Strapi's own inputs or besides them. */
export const formFields = [
  { type: headingType, Component: component(SectionHeading) },
  { type: 'string', Component: component(LineField) },
  { type: 'text', Component: component(LongTextField) },
  // Strapi's own inputs take 31 February for another day, and leave a broken time behind when they are emptied.
  { type: 'date', Component: component(DateField) },
  { type: 'time', Component: component(TimeField) },
  { type: 'datetime', Component: component(DateTimeField) },
  // Strapi's own input for rich text loses what is pasted; decision record 10 says more.
  { type: 'blocks', Component: component(RichTextField) },
];
