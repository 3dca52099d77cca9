using System.Text.RegularExpressions;
using BarrierNode.Interlock;

namespace BarrierNode.Control.Tests;

[TestClass]
public partial class TripsPageTests
{
    [TestMethod]
    public void TripsPage_Headings_AreTheTripCodes()
    {
        string[] page = [.. Heading().Matches(Repository.Text("docs/trips.md")).Select(m => m.Groups[1].Value)];
        string[] codes = [.. Enum.GetValues<TripCode>().Where(c => c != TripCode.None).Select(c => $"{Names.Of(c)} ({(int)c})")];
        CollectionAssert.AreEqual(codes, page);
    }

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
