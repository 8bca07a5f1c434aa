/** The value of a ComboField: only its id is sent. */
export interface Option {
  id: string;
  label: string;
  detail?: string;
}

/** What a ComboField is answered: the first ones, and whether there are others behind them. */
export interface Answers {
  options: Option[];
  more: boolean;
}

/** The first page of a list as answers. */
export const answersOf = <Row>(page: { items: Row[]; nextCursor?: string | null }, option: (row: Row) => Option): Answers => ({ options: page.items.map(option), more: !!page.nextCursor });

/** As many answers as a list under a box can show, of options that are known one more at least. */
export const firstOf = (options: Option[], most: number): Answers => ({ options: options.slice(0, most), more: options.length > most });
