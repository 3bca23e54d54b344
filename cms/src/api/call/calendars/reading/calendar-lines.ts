/** A property of a component, such as `DTSTART;TZID=Europe/London:20270330T090000`. Names are in capitals. */
export interface Line {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
}

/** An event or a list of busy times, with what decides when it is. */
export interface Component {
  readonly kind: 'VEVENT' | 'VFREEBUSY';
  readonly lines: readonly Line[];
}

/** `zones`: the text of each VTIMEZONE by its TZID. */
export interface CalendarText {
  readonly components: readonly Component[];
  readonly zones: ReadonlyMap<string, string>;
}

/** What is read. Titles, places, notes and attendees are left behind here, before anything is kept. */
const dates = ['DTSTART', 'DTEND', 'RECURRENCE-ID', 'EXDATE', 'RDATE', 'DURATION', 'FREEBUSY'];
const others = [
  'UID',
  'RRULE',
  'STATUS',
  'TRANSP',
  'X-MICROSOFT-CDO-ALLDAYEVENT',
  'X-MICROSOFT-CDO-BUSYSTATUS',
  'X-MICROSOFT-MSNCALENDAR-BUSYSTATUS',
];
const wanted = new Set([...dates, ...others]);

const quotesGone = (value: string): string => value.replace(/^"(.*)"$/, '$1');

/** The parameters and the value of a line. Values of dates have no colon, but zones that some programs write do. */
const split = (name: string, rest: string): [parameters: string, value: string] => {
  const colon = dates.includes(name) ? rest.lastIndexOf(':') : /^(?:[^":]|"[^"]*")*/.exec(rest)?.[0].length;
  return colon === undefined || colon < 0 ? [rest, ''] : [rest.slice(0, colon), rest.slice(colon + 1)];
};

const lineOf = (name: string, rest: string): Line => {
  const [parameters, value] = split(name, rest);
  const pairs = parameters.match(/[^;"]+(?:"[^"]*")?/g) ?? [];
  return {
    name,
    value: value.trim(),
    parameters: new Map(
      pairs.map((pair) => {
        const equals = pair.indexOf('=');
        return [pair.slice(0, equals).toUpperCase(), quotesGone(pair.slice(equals + 1).trim())];
      }),
    ),
  };
};

const unfolded = (text: string): string[] => text.replace(/(?:\r\n|\n|\r)[ \t]/g, '').split(/\r\n|\n|\r/);

const isWhole = (text: string): boolean => /^BEGIN:VCALENDAR\b/i.test(text) && /(?:^|[\r\n])END:VCALENDAR$/i.test(text);

const tzidOf = (zone: readonly string[]): string =>
  zone.map((line) => /^TZID[^:]*:(.*)$/i.exec(line)?.[1]?.trim()).find((tzid) => tzid !== undefined) ?? '';

/** Collects the lines of the outermost components, one after the other. */
class Collector {
  readonly components: Component[] = [];
  readonly zones = new Map<string, string>();
  /** The components around a line, without the calendar. */
  #stack: string[] = [];
  #lines: Line[] = [];
  #zone: string[] = [];

  add(line: string): void {
    const [, written = '', rest = ''] = /^([A-Za-z0-9-]+)([;:].*)$/.exec(line) ?? [];
    const name = written.toUpperCase();
    const component = rest.slice(1).trim().toUpperCase();
    const isEdge = name === 'BEGIN' || name === 'END';
    if (isEdge && component === 'VCALENDAR') return;
    if (name === 'BEGIN') this.#stack.push(component);
    if (this.#stack[0] === 'VTIMEZONE') this.#zone.push(line);
    else if (this.#stack.length === 1 && wanted.has(name)) this.#lines.push(lineOf(name, rest));
    if (name === 'END') this.#end(component);
  }

  /** An END that nothing has begun is left out, like every line that is not well-formed. */
  #end(component: string): void {
    const begun = this.#stack.lastIndexOf(component);
    if (begun > 0) this.#stack.length = begun;
    if (begun !== 0) return;
    if (component === 'VEVENT' || component === 'VFREEBUSY')
      this.components.push({ kind: component, lines: this.#lines });
    if (component === 'VTIMEZONE') this.zones.set(tzidOf(this.#zone), this.#zone.join('\r\n'));
    [this.#stack, this.#lines, this.#zone] = [[], [], []];
  }
}

/**
 * Returns what a calendar says about times; null if the text is no calendar, or only the beginning of one, which must
 * not be taken for a calendar with less in it. A line that is not well-formed is left out, and the rest is read.
 */
export const calendarText = (text: string): CalendarText | null => {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (!isWhole(trimmed)) return null;
  const collector = new Collector();
  for (const line of unfolded(trimmed)) collector.add(line);
  return collector;
};
