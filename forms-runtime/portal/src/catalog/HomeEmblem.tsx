/** The iris, large: decoration of the front page. */
export const HomeEmblem = () => (
  <svg className="portal-emblem" aria-hidden="true" focusable="false" viewBox="0 0 400 320">
    <path
      className="portal-emblem__standard"
      d="M200 0c54 38 74 78 62 118-22-12-42-17-62-17s-40 5-62 17C126 78 146 38 200 0Z"
    />
    <path
      className="portal-emblem__fall"
      d="M20 168C92 92 142 70 200 70s108 22 180 98c-52 92-104 130-180 152C124 298 72 260 20 168Z"
    />
    <circle className="portal-emblem__ring" cx="200" cy="182" r="66" />
    <circle className="portal-emblem__eye" cx="200" cy="182" r="34" />
  </svg>
);
