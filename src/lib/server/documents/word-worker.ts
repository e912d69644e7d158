// Makes Word files in a process of its own.
import { drawWord } from './draw-word.ts';
import { answerOrders } from './printing.ts';

answerOrders(drawWord);
