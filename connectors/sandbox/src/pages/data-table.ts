import { html, type Html } from './html.ts';

export type DataTable = {
  readonly caption?: string;
  readonly headings: readonly string[];
  /** Each a `tr`. */
  readonly rows: readonly Html[];
};

/** A table that scrolls by itself where the screen is narrow. */
export const dataTable = ({ caption, headings, rows }: DataTable): Html =>
  html`<div class="scroll">
    <table>
      ${
        caption === undefined
          ? ''
          : html`<caption>
              ${caption}
            </caption>`
      }
      <thead>
        <tr>
          ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
