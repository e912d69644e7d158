import { rmSync } from 'node:fs';
import { buildRegister } from './large-register.ts';
import { LARGE, QUICK } from './register/sizes.ts';

// node tests/bench/fill.ts <file> large|quick: a process of its own, which gives its memory back.

const [file, size] = process.argv.slice(2);
if (!file) throw new Error('Name the file');
rmSync(file, { force: true });
buildRegister(file, size === 'quick' ? QUICK : LARGE);
