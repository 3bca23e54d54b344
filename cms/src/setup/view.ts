/** How one field is named and explained; `placeholder` stands in it while it is empty. */
interface FieldWords {
  label: string;
  help?: string;
  placeholder?: string;
}

/** How the admin shows one content type or component. Fields that stand in no row are not shown at all. */
export interface View {
  uid: string;
  mainField: string;
  /** Content types only: the columns of the list and what it is sorted by. */
  list?: { columns: readonly string[]; sortBy: string; order: 'ASC' | 'DESC'; pageSize: number };
  /** Rows of fields with their width in twelfths; text blocks and components always take a whole row. */
  rows: readonly (readonly (readonly [field: string, width: number])[])[];
  fields: Readonly<Record<string, FieldWords>>;
}
