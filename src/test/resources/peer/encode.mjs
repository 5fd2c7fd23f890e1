// Encodes with sharp what stdin says, one JSON object a line: {source, raw: {width, height, channels}, format, options, target};
// without raw the source is a file of an animation. Says in milliseconds how much CPU one encoding takes.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const ENOUGH_MILLIS = 100;
const sharp = createRequire(`${process.argv[2]}/package.json`)('sharp');
sharp.concurrency(1);
sharp.cache(false);

for await (const line of createInterface({ input: process.stdin })) {
  const { source, raw, format, options, target } = JSON.parse(line);
  const input = readFileSync(source);
  const encode = () => sharp(input, raw ? { raw } : { animated: true }).toFormat(format, options).toBuffer();
  const before = process.cpuUsage();
  let millis = 0;
  let times = 0;
  let result;
  while (millis < ENOUGH_MILLIS) {
    result = await encode();
    times++;
    const { user, system } = process.cpuUsage(before);
    millis = (user + system) / 1000;
  }
  writeFileSync(target, result);
  console.log(millis / times);
}
