/** What somebody puts into their calendar. Instants are epoch milliseconds. */
export interface CalendarEntry {
  /** The same however often it is moved. */
  readonly uid: string;
  /** How often it was moved: calendars replace what has less. */
  readonly sequence: number;
  readonly from: number;
  readonly until: number;
  readonly title: string;
  readonly place: string;
  readonly description: string;
  /** When this was said. */
  readonly stamp: number;
}

/** Octets of a line, its end not counted (RFC 5545, 3.1). */
const LINE = 75;
const encoder = new TextEncoder();

const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(/\r\n?|\n/g, '\\n')
    // No other character below a blank may stand in a text.
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll(',', '\\,')
    .replaceAll(';', '\\;');

/** Breaks a line where it is too long, never within a character. */
const folded = (line: string): string => {
  const parts: string[] = [''];
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LINE) {
      parts.push(' ');
      octets = 1;
    }
    parts[parts.length - 1] += character;
    octets += size;
  }
  return parts.join('\r\n');
};

const utc = (epochMs: number): string => `${new Date(epochMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** One entry as a file that calendars read (`text/calendar`, RFC 5545); times are in UTC, which no change of the clock shifts. */
export const calendarFile = (entry: CalendarEntry): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Irisflow//EN',
    'BEGIN:VEVENT',
    `UID:${escaped(entry.uid)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${utc(entry.stamp)}`,
    `DTSTART:${utc(entry.from)}`,
    `DTEND:${utc(entry.until)}`,
    `SUMMARY:${escaped(entry.title)}`,
    `LOCATION:${escaped(entry.place)}`,
    `DESCRIPTION:${escaped(entry.description)}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
