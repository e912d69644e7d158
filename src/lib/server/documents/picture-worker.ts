// Draws the pictures of charts in a process of its own: Skia, the library that it draws with and its fonts.
import { renderChartPng } from './chart-png.ts';
import { renderChartSvg } from './chart-svg.ts';
import type { PictureOrder } from './pictures.ts';
import { answerOrders } from './printing.ts';

answerOrders((order: PictureOrder) =>
	order.format === 'png'
		? renderChartPng(order.model, order.basis)
		: Buffer.from(renderChartSvg(order.model, order.options))
);
