// Draws the pictures of this folder that were not photographed. From the project's root, after a
// build: node src/test/resources/corpus/make-corpus.mjs
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(path.resolve('target/peer/package.json'));
const sharp = require('sharp');
const folder = path.dirname(fileURLToPath(import.meta.url));
const to = (name) => path.join(folder, name);

// Corners red, green, blue, yellow (clockwise from the top left), a grey cross, and a label.
const card = (w, h, label = '') => Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" shape-rendering="crispEdges">
    <rect width="${w}" height="${h}" fill="#808080"/>
    <rect width="${w * 0.45}" height="${h * 0.45}" fill="#ff0000"/>
    <rect x="${w * 0.55}" width="${w * 0.45}" height="${h * 0.45}" fill="#00ff00"/>
    <rect x="${w * 0.55}" y="${h * 0.55}" width="${w * 0.45}" height="${h * 0.45}" fill="#0000ff"/>
    <rect y="${h * 0.55}" width="${w * 0.45}" height="${h * 0.45}" fill="#ffff00"/>
    <text x="${w / 2}" y="${h / 2}" font-size="${h / 6}" text-anchor="middle" fill="#ffffff">${label}</text>
  </svg>`);

await sharp(card(240, 160, '240 x 160')).removeAlpha().png().toFile(to('card.png'));
await sharp(card(240, 160, '240 x 160')).removeAlpha().jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toFile(to('card.jpg'));
await sharp(card(240, 160)).removeAlpha().webp({ lossless: true }).toFile(to('card.webp'));
await sharp(card(240, 160)).removeAlpha().avif({ quality: 80, chromaSubsampling: '4:4:4' }).toFile(to('card.avif'));
await sharp(card(240, 160)).removeAlpha().tiff({ compression: 'lzw' }).toFile(to('card.tiff'));
await sharp(card(240, 160)).removeAlpha().gif().toFile(to('card.gif'));
await sharp(card(240, 160)).removeAlpha().jpeg({ progressive: true, quality: 92 }).toFile(to('progressive.jpg'));

// How the upright picture has to be stored to be seen upright under an orientation.
const stored = {
  1: (s) => s, 2: (s) => s.flop(), 3: (s) => s.rotate(180), 4: (s) => s.flip(),
  5: (s) => s.rotate(90), 6: (s) => s.rotate(270), 7: (s) => s.rotate(270), 8: (s) => s.rotate(90),
};
const upright = await sharp(card(120, 80)).removeAlpha().png().toBuffer();
for (const [orientation, turn] of Object.entries(stored)) {
  let turned = turn(sharp(upright));
  if (orientation === '5' || orientation === '7') {
    // One pipeline of sharp mirrors before it turns; we need it the other way round.
    turned = sharp(await turned.png().toBuffer()).flop();
  }
  await turned.withMetadata({ orientation: Number(orientation) })
    .jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toFile(to(`orientation-${orientation}.jpg`));
}

const ramp = Buffer.alloc(128 * 64 * 4);
for (let y = 0; y < 64; y++) {
  for (let x = 0; x < 128; x++) ramp.set([255, y * 4, 0, x * 2], (y * 128 + x) * 4);
}
await sharp(ramp, { raw: { width: 128, height: 64, channels: 4 } }).png().toFile(to('alpha.png'));

await sharp(to('shop.jpg')).resize(601, 401).webp({ quality: 82 }).toFile(to('photo.webp'));

const deep = new Uint16Array(128 * 64 * 3);
for (let y = 0; y < 64; y++) {
  for (let x = 0; x < 128; x++) deep.set([x * 512, y * 1024, 32768], (y * 128 + x) * 3);
}
await sharp(deep, { raw: { width: 128, height: 64, channels: 3 } }).toColourspace('rgb16').png().toFile(to('deep.png'));

await sharp(card(120, 80)).removeAlpha().greyscale().toColourspace('b-w').jpeg({ quality: 92 }).toFile(to('grey.jpg'));
await sharp(card(120, 80)).removeAlpha().toColourspace('cmyk').jpeg({ quality: 92 }).toFile(to('cmyk.jpg'));
await sharp(card(120, 80)).removeAlpha().withIccProfile('p3').jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toFile(to('wide-gamut.jpg'));

const frames = [];
for (const color of ['#ff0000', '#00ff00', '#0000ff', '#ffffff']) {
  frames.push(await sharp({ create: { width: 60, height: 40, channels: 3, background: color } })
    .composite([{ input: Buffer.from('<svg width="60" height="40"><rect width="30" height="8" fill="#000"/></svg>') }])
    .png().toBuffer());
}
const moving = () => sharp(frames, { join: { animated: true } });
await moving().gif({ delay: [100, 200, 300, 400], loop: 3 }).toFile(to('frames.gif'));
await moving().webp({ delay: [100, 200, 300, 400], loop: 3, lossless: true }).toFile(to('frames.webp'));
