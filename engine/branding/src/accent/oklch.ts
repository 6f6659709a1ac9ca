import { linear, type Rgb, stored } from './contrast.ts';

/** Lightness from 0 to 1, chroma, and hue in radians: equal steps look equal (OKLab, Ottosson 2020). */
export interface Oklch {
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
}

export const oklchOf = ([red, green, blue]: Rgb): Oklch => {
  const [r, g, b] = [linear(red), linear(green), linear(blue)];
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const medium = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const lightness = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short;
  const green2red = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short;
  const blue2yellow = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short;
  return { lightness, chroma: Math.hypot(green2red, blue2yellow), hue: Math.atan2(blue2yellow, green2red) };
};

const rgbAt = ({ lightness, chroma, hue }: Oklch): Rgb => {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    stored(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    stored(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    stored(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ];
};

const fits = (rgb: Rgb): boolean => rgb.every((channel) => channel >= -0.001 && channel <= 1.001);

/** The same hue at another lightness, as strong as a screen can show it there. */
export const atLightness = ({ hue, chroma }: Oklch, lightness: number): Rgb => {
  const whole = rgbAt({ lightness, chroma, hue });
  if (fits(whole)) return whole;
  let [most, least] = [chroma, 0];
  for (let step = 0; step < 20; step += 1) {
    const middle = (most + least) / 2;
    if (fits(rgbAt({ lightness, chroma: middle, hue }))) least = middle;
    else most = middle;
  }
  return rgbAt({ lightness, chroma: least, hue });
};
