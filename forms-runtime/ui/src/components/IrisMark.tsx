export interface IrisMarkProps {
  readonly size?: number;
}

/** The mark: an iris whose three petals close around an eye. Decorative; the name stands beside it. */
export const IrisMark = ({ size = 36 }: IrisMarkProps) => (
  <svg aria-hidden="true" focusable="false" width={size} height={size} viewBox="0 0 40 40">
    <path
      className="iris-mark__standard"
      d="M20 2c6 4.6 8.4 9.3 7.2 14.2C24.6 14.9 22.2 14.3 20 14.3s-4.6.6-7.2 1.9C11.6 11.3 14 6.6 20 2Z"
    />
    <path
      className="iris-mark__fall"
      d="M1.5 22.5C6.8 16.9 13 14.1 20 14.1s13.2 2.8 18.5 8.4C34.6 30.6 28.4 36 20 38 11.6 36 5.4 30.6 1.5 22.5Zm18.5 7.3a6.8 6.8 0 1 0 0-13.6 6.8 6.8 0 0 0 0 13.6Z"
      fillRule="evenodd"
    />
    <circle className="iris-mark__eye" cx="20" cy="23" r="3.9" />
  </svg>
);
