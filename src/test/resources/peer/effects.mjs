// Does with sharp what stdin says, one JSON object a line: {source, calls: [[method, argument]], target}.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const sharp = createRequire(`${process.argv[2]}/package.json`)('sharp');
for await (const line of createInterface({ input: process.stdin })) {
  const { source, calls, target } = JSON.parse(line);
  const picture = calls.reduce((image, [method, ...rest]) => image[method](...rest), sharp(source));
  await picture.png().toFile(target);
}
