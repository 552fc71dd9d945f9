"""Makes the DICOM files of this folder from phantoms, and what pydicom and medip see in them; and those of `testset/dicom`.

    python -m venv reference && reference/bin/pip install -r requirements.txt
    reference/bin/python reference.py

Every file shows a phantom of the repository's test set, no patient. `files/<name>.dcm` is the file, `stored/<name>.png` pydicom's
`pixel_array` (16 bits; negative values are shifted up, see `SHIFT`), `viewer/<name>.png` the greys of pydicom's `apply_modality_lut` and
`apply_voi_lut` in 8 bits, and `minmax/<name>.png` those of medip's default window, from the least to the largest value.
"""

import tempfile
from pathlib import Path

import imagecodecs
import numpy as np
import pydicom
from medip.config import VOIPolicy
from medip.io.dicom_reader import read_dicom
from medip.io.metadata import extract_metadata
from medip.transforms.intensity import apply_modality_transform, apply_voi_transform_ranged, modality_output_range
from medip.transforms.padding import apply_padding_mask
from medip.transforms.photometric import apply_photometric
from PIL import Image
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.pixels import apply_modality_lut, apply_voi_lut
from pydicom.sequence import Sequence
from pydicom.uid import (
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    JPEG2000,
    JPEG2000Lossless,
    JPEGBaseline8Bit,
    JPEGLosslessSV1,
    JPEGLSLossless,
    RLELossless,
)

HERE = Path(__file__).parent
TESTSET = HERE.parents[3] / "testset"
# Added to signed values, so that a PNG can hold them.
SHIFT = 32768
PRESENTATION = "1.2.840.10008.5.1.4.1.1.1.2"
PROCESSING = "1.2.840.10008.5.1.4.1.1.1.2.1"
TOMOSYNTHESIS = "1.2.840.10008.5.1.4.1.1.13.1.3"
# PS3.16, CID 4014 and 4015.
CODES = {"CC": "399162004", "MLO": "399368009", "ML": "399260004", "spot": "399055006", "magnification": "399163009"}


def phantom(projection="MLO_L", height=80, number=0, label="C"):
    """A phantom of the test set between 0 and 1, shrunk."""
    path = sorted((TESTSET / projection / "test" / label).iterdir())[number]
    image = Image.open(path).convert("L")
    image = image.resize((round(image.width * height / image.height), height), Image.Resampling.LANCZOS)
    x = np.asarray(image, np.float64) / 255
    # Between the 256 greys, as a detector of 12 bits has values.
    return np.clip(x + np.random.default_rng(1).uniform(-0.5, 0.5, x.shape) / 255 * (x > 0.05), 0, 1)


def stored(bits, **where):
    return np.round(phantom(**where) * (2**bits - 1)).astype(np.uint16)


def file(pixels, bits=12, syntax=ExplicitVRLittleEndian, view="MLO", side="L", sop=PRESENTATION, **elements):
    """A file of these pixels; `elements` are set on it, None takes one out."""
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = sop
    meta.MediaStorageSOPInstanceUID = "2.25.1"
    meta.TransferSyntaxUID = syntax
    x = FileDataset(None, {}, file_meta=meta, preamble=b"\0" * 128)
    x.SOPClassUID, x.SOPInstanceUID = sop, "2.25.1"
    x.StudyInstanceUID, x.SeriesInstanceUID = "2.25.2", "2.25.3"
    x.PatientID, x.PatientName, x.Modality = "phantom", "Phantom", "MG"
    x.ImageType = ["DERIVED", "PRIMARY"]
    x.PresentationIntentType = "FOR PRESENTATION"
    x.PatientOrientation = ["A", "F"] if side == "L" else ["P", "F"]
    x.ViewPosition, x.ImageLaterality = view, side
    x.SamplesPerPixel, x.PhotometricInterpretation = 1, "MONOCHROME2"
    x.Rows, x.Columns = pixels.shape[-2:]
    if pixels.ndim == 3:
        x.NumberOfFrames = len(pixels)
    x.BitsAllocated = 8 * pixels.itemsize
    x.BitsStored, x.HighBit = bits, bits - 1
    x.PixelRepresentation = int(pixels.dtype.kind == "i")
    order = ">" if syntax == ExplicitVRBigEndian else "<"
    raw = pixels.astype(pixels.dtype.newbyteorder(order)).tobytes()
    x.PixelData = raw + b"\0" * (len(raw) % 2)
    x["PixelData"].VR = "OW" if pixels.itemsize == 2 else "OB"
    for name, value in elements.items():
        if value is None:
            delattr(x, name)
        else:
            setattr(x, name, value)
    return x


def compressed(x, syntax, code=None, **options):
    """The file with its pixels compressed: by pydicom, or as the bytes `code`."""
    if code is None:
        x.compress(syntax, generate_instance_uid=False, **options)
    else:
        x.PixelData = encapsulate([code])
        x["PixelData"].is_undefined_length = True
        x.file_meta.TransferSyntaxUID = syntax
    return x


def table(values, first, bits, vr="US"):
    item = Dataset()
    item.add_new("LUTDescriptor", vr, [len(values) % 65536, first, bits])
    item.add_new("LUTData", "OW", np.asarray(values, "<u2").tobytes())
    return Sequence([item])


def code(name):
    item = Dataset()
    item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning = CODES[name], "SCT", name
    return item


def curve(count, bits):
    """From black to white with a slope that changes."""
    return np.round((2**bits - 1) * np.linspace(0, 1, count) ** 0.7).astype(int)


def pictures():
    """Files that show a picture."""
    x12, x16 = stored(12), stored(16)
    window = {"WindowCenter": 2300, "WindowWidth": 2600}
    yield "window_12_bits", file(x12, **window)
    yield "two_windows", file(x12, WindowCenter=[1800, 2300], WindowWidth=[3000, 1500])
    yield "no_window_12_bits", file(x12)
    yield "window_16_bits", file(x16, 16, WindowCenter=36000, WindowWidth=40000)
    yield "window_of_8_bits", file((x16 >> 8).astype(np.uint8), 8, WindowCenter=128, WindowWidth=200)
    yield "linear_exact", file(x12, VOILUTFunction="LINEAR_EXACT", **window)
    yield "sigmoid", file(x12, VOILUTFunction="SIGMOID", **window)
    yield "monochrome_1", file(4095 - x12, PhotometricInterpretation="MONOCHROME1", WindowCenter=1800, WindowWidth=2600)
    yield "inverse", file(4095 - x12, PresentationLUTShape="INVERSE", WindowCenter=1800, WindowWidth=2600)
    yield "monochrome_1_inverse", file(
        4095 - x12, PhotometricInterpretation="MONOCHROME1", PresentationLUTShape="INVERSE", WindowCenter=1800, WindowWidth=2600
    )
    yield "table_of_12_bits", file(x12, VOILUTSequence=table(curve(4096, 12), 0, 12), **window)
    yield "table_shorter_than_the_values", file(x12, VOILUTSequence=table(curve(2000, 16), 1000, 16))
    yield "table_of_65536_entries", file(x16, 16, VOILUTSequence=table(curve(65536, 16), 0, 16))
    yield "table_monochrome_1", file(
        4095 - x12, PhotometricInterpretation="MONOCHROME1", VOILUTSequence=table(curve(4096, 10), 0, 10)
    )
    yield "slope", file(x12, RescaleSlope=2, RescaleIntercept=-1000, RescaleType="US", WindowCenter=3600, WindowWidth=5200)
    yield "slope_downwards", file(
        4095 - x12, RescaleSlope=-1, RescaleIntercept=4095, RescaleType="US", WindowCenter=2300, WindowWidth=2600
    )
    yield "modality_table", file(
        x12, ModalityLUTSequence=table(curve(4096, 16), 0, 16), WindowCenter=36000, WindowWidth=48000
    )
    yield "table_of_8_bits", file(x12, VOILUTSequence=table(curve(4096, 8), 0, 8))
    # As programs leave files that take names out.
    yield "empty_function", file(x12, VOILUTFunction="", BitsStored=12, **window)
    yield "padding_that_no_pixel_can_have", file(x12, PixelPaddingValue=63536, **window)
    yield "signed", file(
        (x12.astype(np.int32) - 2048).astype(np.int16), WindowCenter=200, WindowWidth=2600
    )
    padded = np.where(x12 < 150, 0, x12).astype(np.uint16)
    yield "padding", file(padded, PixelPaddingValue=0)
    padded = np.where(x12 < 150, 4095, x12).astype(np.uint16)
    yield "padding_range", file(padded, PixelPaddingValue=4095, PixelPaddingRangeLimit=4090, **window)
    yield "implicit", file(x12, syntax=ImplicitVRLittleEndian, **window)
    yield "big_endian", file(x12, syntax=ExplicitVRBigEndian, **window)
    yield "run_lengths", compressed(file(x12, **window), RLELossless)
    yield "jpeg_lossless", compressed(
        file(x12, **window), JPEGLosslessSV1, imagecodecs.ljpeg_encode(x12, bitspersample=12)
    )
    yield "jpeg_baseline", compressed(
        file((x16 >> 8).astype(np.uint8), 8, WindowCenter=128, WindowWidth=256),
        JPEGBaseline8Bit,
        imagecodecs.jpeg8_encode((x16 >> 8).astype(np.uint8), level=90),
    )
    yield "jpeg_2000_lossless", compressed(file(x12, **window), JPEG2000Lossless)
    yield "jpeg_2000", compressed(file(x12, **window), JPEG2000, j2k_cr=[8])
    shared = Dataset()
    shared.FrameAnatomySequence = Sequence([Dataset()])
    shared.FrameAnatomySequence[0].FrameLaterality = "L"
    shared.FrameVOILUTSequence = Sequence([Dataset()])
    shared.FrameVOILUTSequence[0].WindowCenter = 2300
    shared.FrameVOILUTSequence[0].WindowWidth = 2600
    shared.PixelValueTransformationSequence = Sequence([Dataset()])
    shared.PixelValueTransformationSequence[0].RescaleSlope = 1
    shared.PixelValueTransformationSequence[0].RescaleIntercept = 0
    shared.PixelValueTransformationSequence[0].RescaleType = "US"
    yield "frames_macros", file(
        x12,
        sop=TOMOSYNTHESIS,
        NumberOfFrames=1,
        ImageType=["DERIVED", "PRIMARY", "TOMOSYNTHESIS", "GENERATED_2D"],
        ImageLaterality=None,
        ViewPosition=None,
        ViewCodeSequence=Sequence([code("MLO")]),
        SharedFunctionalGroupsSequence=Sequence([shared]),
    )


def left_out():
    """Files that give no picture, or none of a screening view, or that pydicom does not read."""
    x12 = stored(12)
    # Entries of 8 bits, two in a word: pydicom does not read them.
    packed = table(curve(4096, 8), 0, 8)
    packed[0]["LUTData"].value = curve(4096, 8).astype(np.uint8).tobytes()
    yield "table_of_packed_bytes", file(x12, VOILUTSequence=packed)
    yield "for_processing", file(x12, sop=PROCESSING, PresentationIntentType="FOR PROCESSING")
    yield "tomosynthesis", file(np.stack([x12] * 3), sop=TOMOSYNTHESIS)
    yield "slice", file(x12, ImageType=["DERIVED", "PRIMARY", "TOMOSYNTHESIS", "NONE"])
    yield "jpeg_ls", compressed(file(x12), JPEGLSLossless)
    yield "even", file(np.full((40, 30), 700, np.uint16))
    yield "colour", file(np.zeros((30, 90), np.uint8), 8, SamplesPerPixel=3, PhotometricInterpretation="RGB", Columns=30, PlanarConfiguration=0)
    yield "no_pixels", file(x12, PixelData=None, Modality="SR")
    yield "mediolateral", file(x12, view="ML")
    yield "magnified", file(x12, ViewModifierCodeSequence=Sequence([code("magnification")]))
    spot = code("CC")
    spot.ViewModifierCodeSequence = Sequence([code("spot")])
    yield "spot", file(x12, view=None, ViewPosition="", ViewCodeSequence=Sequence([spot]))
    yield "no_side", file(x12, ImageLaterality="B")
    yield "no_view", file(x12, ViewPosition="")
    yield "chest", file(x12, Modality="CT")


def examples():
    """Files as three devices write them, for the notebooks, with their classes."""
    def patient(projection, label):
        return sorted((TESTSET / projection / "test" / label).iterdir())[0].name.split("_")[0]

    def of(projection, label):
        return {"projection": projection, "label": label, "height": 640}

    # Film: low values are bright.
    x = 4095 - stored(12, **of("CC_R", "B"))
    yield "1-CC", "B", compressed(
        file(x, view="CC", side="R", PhotometricInterpretation="MONOCHROME1", PatientOrientation=["P", "L"],
             PatientID=patient("CC_R", "B"), WindowCenter=2048, WindowWidth=4096),
        JPEG2000Lossless,
    )
    # A detector with a lookup table of its own, whose picture lies the other way round.
    x = stored(12, **of("MLO_L", "C"))[:, ::-1]
    yield "2-MLO", "C", compressed(
        file(np.ascontiguousarray(x), PatientOrientation=["P", "F"], PatientID=patient("MLO_L", "C"),
             VOILUTSequence=table(curve(4096, 12), 0, 12), WindowCenter=1500, WindowWidth=1500),
        JPEG2000Lossless,
    )
    # One with padding around the picture.
    x = stored(14, **of("CC_L", "D"))
    x = np.pad(np.clip(x, 1, None), ((40, 40), (0, 60)))
    yield "3-CC", "D", compressed(
        file(x, 14, view="CC", PatientOrientation=["A", "R"], PatientID=patient("CC_L", "D"), PixelPaddingValue=0,
             WindowCenter=8192, WindowWidth=16384),
        JPEG2000Lossless,
    )


def viewer(path):
    """8 bits of what pydicom makes of it: the range that the file's header allows becomes 0 to 255."""
    x = pydicom.dcmread(path)
    values = apply_modality_lut(x.pixel_array, x)
    macros = x.get("SharedFunctionalGroupsSequence")
    if macros:
        x.WindowCenter = macros[0].FrameVOILUTSequence[0].WindowCenter
        x.WindowWidth = macros[0].FrameVOILUTSequence[0].WindowWidth
    if "VOILUTSequence" not in x and "WindowCenter" not in x:
        return None
    # pydicom counts the entries of a table of 8 bits in 8 bits.
    if "VOILUTSequence" in x and x.VOILUTSequence[0].LUTDescriptor[2] == 8:
        return None
    # pydicom refuses an empty one; its default is LINEAR.
    if "VOILUTFunction" in x and not x.VOILUTFunction:
        del x.VOILUTFunction
    # pydicom turns the greys of a window round where the slope is negative, which PS3.3, C.11.2.1.2.1, does not.
    if float(x.get("RescaleSlope", 1)) < 0:
        return None
    greys = np.asarray(apply_voi_lut(values, x), np.float64)
    if "VOILUTSequence" in x:
        low, high = 0, 2 ** x.VOILUTSequence[0].LUTDescriptor[2] - 1
    elif "ModalityLUTSequence" in x:
        low, high = 0, 2 ** x.ModalityLUTSequence[0].LUTDescriptor[2] - 1
    else:
        signed = x.PixelRepresentation == 1
        ends = np.array([-(2 ** (x.BitsStored - 1)), 2 ** (x.BitsStored - 1) - 1] if signed else [0, 2**x.BitsStored - 1], np.float64)
        ends = ends * float(x.get("RescaleSlope", 1)) + float(x.get("RescaleIntercept", 0))
        low, high = ends.min(), ends.max()
    greys = (greys - low) / (high - low)
    if x.PhotometricInterpretation == "MONOCHROME1" or x.get("PresentationLUTShape") == "INVERSE":
        greys = 1 - greys
    return np.round(255 * greys).astype(np.uint8)


def minmax(path):
    """8 bits of medip's default steps for the grey values: its window from the least to the largest value, then its inversion."""
    pixels, meta = read_dicom(path)
    pixels, valid = apply_padding_mask(pixels, meta)
    values = apply_modality_transform(pixels, meta)
    greys, ends = apply_voi_transform_ranged(
        values, meta, VOIPolicy.MIN_MAX_WINDOW, output_max=255.0, valid_mask=valid, input_range=modality_output_range(meta)
    )
    return np.round(apply_photometric(greys, meta, value_range=ends)).astype(np.uint8)


def main():
    for folder in ("files", "stored", "viewer", "minmax"):
        (HERE / folder).mkdir(exist_ok=True)
        for old in (HERE / folder).iterdir():
            old.unlink()
    for name, x in pictures():
        path = HERE / "files" / f"{name}.dcm"
        pydicom.dcmwrite(path, x, enforce_file_format=True)
        read = pydicom.dcmread(path)
        pixels = read.pixel_array
        if pixels.dtype.kind == "i":
            pixels = pixels.astype(np.int32) + SHIFT
        Image.fromarray(pixels.astype(np.uint16)).save(HERE / "stored" / f"{name}.png")
        greys = viewer(path)
        if greys is not None:
            Image.fromarray(greys).save(HERE / "viewer" / f"{name}.png")
        # medip leaves tables of the modality out ("apply failed").
        if "ModalityLUTSequence" not in read:
            Image.fromarray(minmax(path)).save(HERE / "minmax" / f"{name}.png")
    folder = TESTSET / "dicom"
    folder.mkdir(exist_ok=True)
    labels = "file,class\n"
    for name, label, x in examples():
        pydicom.dcmwrite(folder / f"{name}.dcm", x, enforce_file_format=True)
        labels += f"{name}.dcm,{label}\n"
    (folder / "labels.csv").write_text(labels)
    for name, x in left_out():
        x.save_as(HERE / "files" / f"{name}.dcm", enforce_file_format=True)


if __name__ == "__main__":
    main()
