// Encodes with sharp what stdin says, one JSON object a line: {raw: {width, height, channels}, source, format, options, target, times}.
// Prints the median of the milliseconds of CPU that an encoding took.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const sharp = createRequire(`${process.argv[2]}/package.json`)('sharp');
sharp.concurrency(1);
sharp.cache(false);

for await (const line of createInterface({ input: process.stdin })) {
  const { raw, source, format, options, target, times } = JSON.parse(line);
  const input = readFileSync(source);
  const took = [];
  for (let i = 0; i < times; i++) {
    const before = process.cpuUsage();
    const picture = raw ? sharp(input, { raw }) : sharp(input, { animated: true });
    const result = await picture.toFormat(format, options).toBuffer();
    const { user, system } = process.cpuUsage(before);
    took.push((user + system) / 1000);
    writeFileSync(target, result);
  }
  took.sort((a, b) => a - b);
  console.log(took[times >> 1]);
}
