// Prints a URL for every option that ImageKit's own SDKs have, one JSON object a line:
// {sdk, option, url, size?, ignored?, type?, signed?}. usage: sdk-urls.mjs PEER ENDPOINT PRIVATE_KEY
import { createRequire } from 'node:module';

const [peer, urlEndpoint, privateKey] = process.argv.slice(2);
const require = createRequire(`${peer}/package.json`);
const { buildSrc } = require('@imagekit/javascript');
const ImageKit = require('imagekit');
const server = new ImageKit({ publicKey: 'public', privateKey, urlEndpoint });

const PHOTO = '/photo.jpg';
const CLEAR = '/folder/clear.png';
const cases = [];

/** An option with values; `steps` is the whole transformation. */
function add(option, steps, expected = {}) {
  cases.push({ option, steps: Array.isArray(steps) ? steps : [steps], src: PHOTO, ...expected });
}

const image = (input, more = {}) => ({ overlay: { type: 'image', input, ...more } });
const text = (words, transformation = {}, more = {}) => ({
  overlay: { type: 'text', text: words, transformation: [transformation], ...more },
});
const block = (color, transformation = {}, more = {}) => ({
  overlay: { type: 'solidColor', color, transformation: [transformation], ...more },
});

// Size and crop. The photo has 640 by 480 pixels.
add('width', { width: 200 }, { size: '200x150' });
add('width', { width: 0.5 }, { size: '320x240' });
add('width', { width: 'iw_div_2' }, { size: '320x240' });
add('height', { height: 240 }, { size: '320x240' });
add('height', { height: 'ih_mul_0.25' }, { size: '160x120' });
add('aspectRatio', { width: 300, aspectRatio: '4-2' }, { size: '300x150' });
add('aspectRatio', { width: 300, aspectRatio: 'iar_mul_0.75' }, { size: '300x300' });
for (const [crop, size] of Object.entries({
  force: '100x300',
  at_max: '100x75',
  at_max_enlarge: '100x75',
  at_least: '400x300',
  maintain_ratio: '100x300',
  maintain_ratio_no_enlarge: '100x300',
})) {
  add('crop', { width: 100, height: 300, crop }, { size });
}
for (const [cropMode, size] of Object.entries({
  pad_resize: '700x300',
  extract: '640x300',
  pad_extract: '700x300',
  pad_resize_no_enlarge: '700x300',
  pad_extract_no_shrink: '700x480',
})) {
  add('cropMode', { width: 700, height: 300, cropMode }, { size });
}
for (const focus of [
  'center', 'top', 'left', 'bottom', 'right', 'top_left', 'top_right', 'bottom_left', 'bottom_right', 'auto',
]) {
  add('focus', { width: 200, height: 200, focus }, { size: '200x200' });
}
for (const focus of ['face', 'car', 'person_dog']) {
  add('focus', { width: 200, height: 200, focus }, { size: '200x200', ignored: [`fo-${focus}`] });
}
add('zoom', { width: 200, height: 200, focus: 'face', zoom: 0.5 }, { ignored: ['fo-face', 'z-0.5'] });
add('x', { width: 100, height: 100, cropMode: 'extract', x: 10, y: 20 }, { size: '100x100' });
add('y', { width: 100, height: 100, cropMode: 'extract', x: 'iw_div_4', y: 'ih_div_4' }, { size: '100x100' });
add('xCenter', { width: 100, height: 100, cropMode: 'extract', xCenter: 320, yCenter: 240 }, { size: '100x100' });
add('yCenter', { width: 100, height: 100, cropMode: 'extract', xCenter: 'cw_div_2', yCenter: 'ch_div_2' }, { size: '100x100' });
add('dpr', { width: 100, dpr: 2 }, { size: '200x150' });
add('dpr', { width: 100, dpr: 'auto' }, { size: '100x75' });
add('rotation', { width: 200, rotation: 90 }, { size: '150x200' });
add('rotation', { width: 200, rotation: 'N40' });
add('rotation', { width: 200, rotation: 'auto' }, { size: '200x150' });
for (const flip of ['h', 'v', 'h_v', 'v_h']) {
  add('flip', { width: 200, flip }, { size: '200x150' });
}
add('trim', { trim: true }, { src: '/framed.png', size: '100x80' });
add('trim', { trim: 5 }, { src: '/framed.png', size: '100x80' });
for (const radius of [20, 'max', '10_20_30_40', '10_max_0_5']) {
  add('radius', { width: 200, radius, format: 'png' }, { size: '200x150', type: 'image/png' });
}
add('border', { width: 200, border: '5_FF0000' }, { size: '210x160' });
add('border', { width: 200, border: 'ih_mul_0.01_red' }, { size: '210x160' });
for (const background of [
  'red', 'FF0000', 'F00', 'FF000050', 'blurred', 'blurred_25', 'blurred_25_N20', 'blurred_auto_20',
  'dominant', 'gradient_dominant', 'gradient_dominant_2', 'gradient_dominant_4',
]) {
  add('background', { width: 300, height: 300, cropMode: 'pad_resize', background }, { size: '300x300' });
}

// Colours and effects.
add('blur', { width: 200, blur: 10 }, { size: '200x150' });
add('grayscale', { width: 200, grayscale: true }, { size: '200x150' });
add('contrastStretch', { width: 200, contrastStretch: true }, { size: '200x150' });
add('sharpen', { width: 200, sharpen: true }, { size: '200x150' });
add('sharpen', { width: 200, sharpen: 10 }, { size: '200x150' });
add('unsharpMask', { width: 200, unsharpMask: '2-2-0.8-0.024' }, { size: '200x150' });
add('shadow', { width: 100, shadow: true }, { src: CLEAR });
add('shadow', { width: 100, shadow: 'bl-15_st-40_x-10_y-N5' }, { src: CLEAR });
add('gradient', { width: 200, gradient: true }, { size: '200x150' });
add('gradient', { width: 200, gradient: 'ld-top_right_from-FF000040_to-00FF0040_sp-0.9' }, { size: '200x150' });
add('gradient', { width: 200, gradient: 'ld-45_from-red_to-FF000000_sp-ih_div_4' }, { size: '200x150' });
add('colorReplace', { width: 200, colorReplace: 'FF0000_50_00FF00' }, { size: '200x150' });
add('colorReplace', { width: 200, colorReplace: 'blue' }, { size: '200x150' });
add('colorize', { width: 200, colorize: 'co-red_in-50' }, { size: '200x150' });
add('distort', { width: 200, distort: 'p-10_10_190_20_180_140_20_130' });
add('distort', { width: 200, distort: 'a-45' });
add('distort', { width: 200, distort: 'a-N45' });
add('opacity', { width: 200, opacity: 50, format: 'png' }, { size: '200x150', type: 'image/png' });

// Output.
add('quality', { width: 200, quality: 40 }, { size: '200x150' });
for (const [format, type] of Object.entries({
  auto: 'image/jpeg', webp: 'image/webp', jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png',
  avif: 'image/avif', orig: 'image/jpeg',
})) {
  add('format', { width: 200, format }, { type });
}
add('format', { width: 200, format: 'gif' }, { ignored: ['f-gif'] });
add('format', { width: 200, format: 'svg' }, { ignored: ['f-svg'] });
for (const format of ['mp4', 'webm']) {
  add('format', { width: 200, format }, { ignored: [`f-${format}`] });
}
for (const flag of [true, false]) {
  add('progressive', { width: 200, progressive: flag, format: 'jpg' }, { type: 'image/jpeg' });
  add('lossless', { width: 200, lossless: flag, format: 'webp' }, { type: 'image/webp' });
  add('colorProfile', { width: 200, colorProfile: flag }, { size: '200x150' });
  add('metadata', { width: 200, metadata: flag }, { size: '200x150' });
}
add('density', { width: 200, density: 150 }, { size: '200x150' });
add('original', { original: true, width: 100 }, { size: '640x480' });
add('defaultImage', { width: 100, defaultImage: '/folder/clear.png' }, { src: '/missing.jpg' });
add('named', { named: 'thumb' }, { size: '80x80' });
add('raw', { raw: 'w-200,if-ar_gt_1,w-100,h-100,if-else,w-50,if-end'.slice(6) }, { size: '100x100' });
add('raw', [{ raw: 'w-200' }, { raw: 'if-w_gt_100,w-100,if-end' }], { size: '100x75' });
add('page', { page: 2, width: 20 }, { src: '/moving.gif/ik-thumbnail.jpg' });

// Layers.
add('overlay image', { width: 300, ...image('folder/clear.png') }, { size: '300x225' });
for (const encoding of ['auto', 'plain', 'base64']) {
  add('overlay encoding', { width: 300, ...image('/folder/clear.png', { encoding }) }, { size: '300x225' });
  add('overlay encoding', { width: 300, ...text('Hello, world: 50% & more', { fontSize: 20 }, { encoding: encoding === 'plain' ? 'auto' : encoding }) }, { size: '300x225' });
}
add('overlay position', { width: 300, ...image('folder/clear.png', { position: { x: 10, y: 'bh_div_3' } }) }, { size: '300x225' });
add('overlay position', { width: 300, ...image('folder/clear.png', { position: { x: 'N10', y: 'N10' } }) }, { size: '300x225' });
add('overlay position', { width: 300, ...image('folder/clear.png', { position: { xCenter: 100, yCenter: 'bh_div_2' } }) }, { size: '300x225' });
for (const anchor of ['top', 'left', 'right', 'bottom', 'top_left', 'top_right', 'bottom_left', 'bottom_right', 'center']) {
  add('overlay focus', { width: 300, ...image('folder/clear.png', { position: { focus: anchor } }) }, { size: '300x225' });
  add('overlay anchorPoint', { width: 300, ...image('folder/clear.png', { position: { x: 5, y: 5, anchorPoint: anchor } }) }, { size: '300x225' });
}
for (const layerMode of ['multiply', 'cutter', 'cutout', 'displace']) {
  const position = layerMode === 'displace' ? { x: 10, y: 10 } : {};
  add('layerMode', { width: 300, ...image('folder/clear.png', { layerMode, position }) });
}
add('overlay nested', {
  width: 300,
  overlay: {
    type: 'image', input: 'folder/clear.png',
    transformation: [{ width: 'bw_div_2' }, text('in it', { fontSize: 12 }), { rotation: 90 }],
  },
}, { size: '300x225' });
const everyImageOption = [
  { width: 80, height: 60, crop: 'force' }, { width: 60, height: 60, cropMode: 'pad_resize', background: 'FF0000' },
  { width: 40, height: 40, cropMode: 'extract', x: 1, y: 1 }, { width: 50, quality: 50, dpr: 2, blur: 2 },
  { width: 50, border: '2_red', radius: 'max' }, { width: 50, rotation: 45, opacity: 50, flip: 'h' },
  { trim: false, width: 30 }, { width: 50, grayscale: true, contrastStretch: true, sharpen: true },
  { width: 50, unsharpMask: '1-1-0.8-0.02', shadow: true, gradient: true },
  { width: 50, colorReplace: 'red', colorize: 'co-red_in-20', distort: 'a-30' },
];
for (const transformation of everyImageOption) {
  // A layer is not encoded on its own: its quality has no effect.
  const ignored = transformation.quality ? ['q-50'] : [];
  add('overlay transformation', { width: 300, ...image('folder/clear.png', { transformation: [transformation] }) }, { size: '300x225', ignored });
}
for (const option of [
  { fontSize: 24 }, { fontSize: 'bw_div_10' }, { fontFamily: 'Lora' }, { fontFamily: 'NoSuchFont' }, { fontColor: 'FF000080' },
  { fontColor: 'red' }, { alpha: 5 }, { background: 'FFFF00' }, { padding: 10 }, { padding: '5_10_5_10' }, { padding: 'bh_mul_0.02' },
  { radius: 10 }, { radius: 'max', background: 'red' }, { rotation: 30 }, { rotation: 'N30' }, { flip: 'h' }, { lineHeight: 30, width: 80 },
  { typography: 'b' }, { typography: 'i' }, { typography: 'b_i' }, { typography: 'b_i_strikethrough' },
  { width: 120, innerAlignment: 'left' }, { width: 120, innerAlignment: 'right' }, { width: 'bw_mul_0.5', innerAlignment: 'center' },
]) {
  const missing = option.fontFamily === 'NoSuchFont';
  add(`text ${Object.keys(option)[0]}`, { width: 300, ...text('Some words to wrap', option) },
    missing ? { size: '300x225', ignored: ['ff-NoSuchFont'] } : { size: '300x225' });
}
add('text', { width: 300, ...text('नमस्ते मेरा नाम') }, { size: '300x225' });
for (const option of [
  {}, { width: 100, height: 'bh_div_2' }, { alpha: 5 }, { radius: 20 }, { radius: 'max' }, { gradient: 'from-red_to-blue' }, { background: '0000FF80' },
]) {
  const ignored = option.background ? ['bg-FF0000'] : [];
  add('solidColor', { width: 300, ...block('FF0000', option) }, { size: '300x225', ignored });
}
add('video', { width: 300, overlay: { type: 'video', input: 'a.mp4' } }, { size: '300x225', ignored: ['l-video,i-a.mp4,l-end'] });
add('subtitle', { width: 300, overlay: { type: 'subtitle', input: 'a.srt' } }, { size: '300x225', ignored: ['l-subtitles,i-a.srt,l-end'] });

// What needs a generative model or is for videos: served, and told.
for (const [option, value, raw] of [
  ['aiRemoveBackground', true, 'e-bgremove'], ['aiRemoveBackgroundExternal', true, 'e-removedotbg'],
  ['aiUpscale', true, 'e-upscale'], ['aiRetouch', true, 'e-retouch'], ['aiVariation', true, 'e-genvar'],
  ['aiDropShadow', true, 'e-dropshadow'], ['aiDropShadow', 'az-45', 'e-dropshadow-az-45'],
  ['aiChangeBackground', 'prompt-snow', 'e-changebg-prompt-snow'], ['aiEdit', 'prompt-hat', 'e-edit-prompt-hat'],
  ['videoCodec', 'h264', 'vc-h264'], ['audioCodec', 'aac', 'ac-aac'], ['startOffset', 5, 'so-5'], ['endOffset', 15, 'eo-15'],
  ['duration', 10, 'du-10'], ['streamingResolutions', ['240', '360'], 'sr-240_360'],
]) {
  add(option, { width: 200, [option]: value }, { size: '200x150', ignored: [raw] });
}

function print(sdk, one, url, signed) {
  const { option, size, ignored, type } = one;
  console.log(JSON.stringify({ sdk, option, url, size, ignored, type, signed }));
}

const signed = new Set();
for (const one of cases) {
  for (const transformationPosition of ['path', 'query']) {
    const url = buildSrc({ src: one.src, urlEndpoint, transformation: one.steps, transformationPosition });
    print('javascript', one, url, false);
    if (transformationPosition === 'path' && signed.has(one.option)) {
      continue;
    }
    // The older SDK knows no overlays; its raw option carries what it has no name for.
    const raw = buildSrc({ src: one.src, urlEndpoint, transformation: one.steps }).replace(/^.*[?&]tr=/, '');
    const older = { path: one.src, transformation: [{ raw: decodeURIComponent(raw) }], transformationPosition };
    print('node', one, server.url(older), false);
    if (!signed.has(one.option)) {
      print('node', one, server.url({ ...older, signed: true }), true);
      print('node', one, server.url({ ...older, signed: true, expireSeconds: 3600, queryParameters: { v: '1 2', w: 'é' } }), true);
    }
  }
  signed.add(one.option);
}
