/** Colours are '#rrggbb'; luminance and contrast are those of WCAG 2.2. */

/** From 0 (black) to 1 (white). */
export function luminanceOf(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
		toLinear(parseInt(colour.slice(at, at + 2), 16) / 255)
	);
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 (the same) to 21 (black on white). */
export function contrastBetween(one: string, other: string): number {
	const [darker = 0, lighter = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
	return (lighter + 0.05) / (darker + 0.05);
}

/** The grey of the same luminance, so that contrasts stay what they are. */
export function greyOf(colour: string): string {
	const grey = Math.round(fromLinear(luminanceOf(colour)) * 255)
		.toString(16)
		.padStart(2, '0');
	return `#${grey}${grey}${grey}`;
}

function toLinear(channel: number): number {
	return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function fromLinear(light: number): number {
	return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}
