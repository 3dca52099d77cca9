using BarrierNode.Site;

namespace BarrierNode.Street;

/// <summary>What a detector sees of the vehicles in its zone, and how fast its contact follows.</summary>
/// <param name="kind">How it sees.</param>
/// <param name="heightM">Height of a beam over the road in metres.</param>
internal sealed class DetectorSight(DetectorKind kind, double heightM)
{
    // What loop detectors of the field take.
    private const int LeastDetectUs = 53_000;
    private const int MostDetectUs = 73_000;
    private const int LeastReleaseUs = 280_000;
    private const int MostReleaseUs = 350_000;

    /// <summary>Draws <see cref="DetectUs"/> of one detector: loops differ, beams and radars keep their data sheet.</summary>
    public int DrawDetectUs(PartLot lot) => Drawn(lot.Draw(LeastDetectUs, MostDetectUs), DetectUs);

    /// <summary>Draws <see cref="ReleaseUs"/> of one detector.</summary>
    public int DrawReleaseUs(PartLot lot) => Drawn(lot.Draw(LeastReleaseUs, MostReleaseUs), ReleaseUs);

    /// <summary>From seeing to the contact, in microseconds.</summary>
    public int DetectUs => kind switch
    {
        DetectorKind.Beam => 10_000,
        DetectorKind.Radar => 100_000,
        _ => 60_000,
    };

    /// <summary>From seeing nothing any more to the contact, in microseconds.</summary>
    public int ReleaseUs => kind switch
    {
        DetectorKind.Beam => 10_000,
        DetectorKind.Radar => 500_000,
        _ => 300_000,
    };

    /// <summary>It sees a car that has a part between two x in metres.</summary>
    public bool Sees(Car car, double fromM, double toM)
    {
        switch (kind)
        {
            case DetectorKind.Radar:
                return car.RearM < toM && car.FrontM > fromM;
            case DetectorKind.Beam:
                double lineM = (fromM + toM) / 2;
                return Any(car, lineM, lineM);
            default:
                return Any(car, fromM, toM);
        }
    }

    private int Drawn(int loopUs, int otherUs) => kind is DetectorKind.Beam or DetectorKind.Radar ? otherUs : loopUs;

    private bool Any(Car car, double fromM, double toM)
    {
        for (int i = 0; i < car.Body.Parts.Count; i++)
        {
            BodyPart part = car.Body.Parts[i];
            bool visible = kind == DetectorKind.Beam ? part.BottomM <= heightM && heightM <= part.TopM : part.SeenByLoop;
            if (visible && car.FrontOf(part) > fromM && car.RearOf(part) < toM)
            {
                return true;
            }
        }

        return false;
    }
}
