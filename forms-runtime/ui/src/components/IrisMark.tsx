export interface IrisMarkProps {
  readonly size?: number;
}

/** The mark: an iris whose three petals close around an eye. Decorative; the name stands beside it. */
export const IrisMark = ({ size = 36 }: IrisMarkProps) => (
  <svg aria-hidden="true" focusable="false" width={size} height={size} viewBox="0 0 40 40">
    <path
      className="iris-mark__standard"
      d="M20 2c6 4.6 8.4 9.300 7.200 14.200C24.600 14.900 22.200 14.300 20 14.300s-4.600.6-7.200 1.900C11.600 11.300 14 6.600 20 2Z"
    />
    <path
      className="iris-mark__fall"
      d="M1.500 22.500C6.800 16.900 13 14.100 20 14.100s13.200 2.800 18.500 8.400C34.600 30.600 28.400 36 20 38 11.600 36 5.400 30.600 1.500 22.500Zm18.500 7.300a6.800 6.800 0 1 0 0-13.600 6.800 6.800 0 0 0 0 13.600Z"
      fillRule="evenodd"
    />
    <circle className="iris-mark__eye" cx="20" cy="23" r="3.900" />
  </svg>
);
