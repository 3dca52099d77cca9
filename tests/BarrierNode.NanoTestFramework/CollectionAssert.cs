using System.Collections;
using MSTest = Microsoft.VisualStudio.TestTools.UnitTesting.CollectionAssert;

namespace nanoFramework.TestFramework;

/// <summary>Expectations of arrays and lists.</summary>
public sealed class CollectionAssert
{
    /// <summary>Two collections have equal elements in the same order.</summary>
    /// <param name="expected">What the test expects.</param>
    /// <param name="actual">What there is.</param>
    /// <param name="message">Shown when they differ.</param>
    public static void AreEqual(ICollection expected, ICollection actual, string message = "") =>
        MSTest.AreEqual(expected, actual, message);
}
