// Resizes with sharp what stdin says, one JSON object a line: {source, resize, target}.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const sharp = createRequire(`${process.argv[2]}/package.json`)('sharp');
for await (const line of createInterface({ input: process.stdin })) {
  const { source, resize, target } = JSON.parse(line);
  await sharp(source).autoOrient().resize(resize).png().toFile(target);
}
