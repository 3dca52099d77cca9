using System.Runtime.CompilerServices;
using MSTest = Microsoft.VisualStudio.TestTools.UnitTesting.Assert;

namespace nanoFramework.TestFramework;

/// <summary>
/// Expectations of tests. What the chip's library has besides is left out here, so a test that uses it does not compile for .NET. Messages
/// default to the text of the argument, as on the chip.
/// </summary>
public sealed class Assert
{
    /// <summary>Two truth values are equal.</summary>
    /// <param name="expected">What the test expects.</param>
    /// <param name="actual">What there is.</param>
    /// <param name="message">Shown when they differ.</param>
    public static void AreEqual(bool expected, bool actual, [CallerArgumentExpression(nameof(actual))] string message = "") =>
        MSTest.AreEqual(expected, actual, message);

    /// <summary>Two numbers are equal.</summary>
    /// <param name="expected">What the test expects.</param>
    /// <param name="actual">What there is.</param>
    /// <param name="message">Shown when they differ.</param>
    public static void AreEqual(byte expected, byte actual, [CallerArgumentExpression(nameof(actual))] string message = "") =>
        MSTest.AreEqual(expected, actual, message);

    /// <summary>Two numbers are equal.</summary>
    /// <param name="expected">What the test expects.</param>
    /// <param name="actual">What there is.</param>
    /// <param name="message">Shown when they differ.</param>
    public static void AreEqual(int expected, int actual, [CallerArgumentExpression(nameof(actual))] string message = "") =>
        MSTest.AreEqual(expected, actual, message);

    /// <summary>Two numbers are equal.</summary>
    /// <param name="expected">What the test expects.</param>
    /// <param name="actual">What there is.</param>
    /// <param name="message">Shown when they differ.</param>
    public static void AreEqual(long expected, long actual, [CallerArgumentExpression(nameof(actual))] string message = "") =>
        MSTest.AreEqual(expected, actual, message);

    /// <summary>Two numbers are equal.</summary>
    /// <param name="expected">What the test expects.</param>
    /// <param name="actual">What there is.</param>
    /// <param name="message">Shown when they differ.</param>
    public static void AreEqual(uint expected, uint actual, [CallerArgumentExpression(nameof(actual))] string message = "") =>
        MSTest.AreEqual(expected, actual, message);

    /// <summary>Two numbers are equal.</summary>
    /// <param name="expected">What the test expects.</param>
    /// <param name="actual">What there is.</param>
    /// <param name="message">Shown when they differ.</param>
    public static void AreEqual(ulong expected, ulong actual, [CallerArgumentExpression(nameof(actual))] string message = "") =>
        MSTest.AreEqual(expected, actual, message);

    /// <summary>Two characters are equal.</summary>
    /// <param name="expected">What the test expects.</param>
    /// <param name="actual">What there is.</param>
    /// <param name="message">Shown when they differ.</param>
    public static void AreEqual(char expected, char actual, [CallerArgumentExpression(nameof(actual))] string message = "") =>
        MSTest.AreEqual(expected, actual, message);

    /// <summary>Two texts are equal.</summary>
    /// <param name="expected">What the test expects.</param>
    /// <param name="actual">What there is.</param>
    /// <param name="message">Shown when they differ.</param>
    public static void AreEqual(string? expected, string? actual, [CallerArgumentExpression(nameof(actual))] string message = "") =>
        MSTest.AreEqual(expected, actual, message);

    /// <summary>Two numbers differ.</summary>
    /// <param name="notExpected">What must not be.</param>
    /// <param name="actual">What there is.</param>
    /// <param name="message">Shown when they are equal.</param>
    public static void AreNotEqual(int notExpected, int actual, [CallerArgumentExpression(nameof(actual))] string message = "") =>
        MSTest.AreNotEqual(notExpected, actual, message);

    /// <summary>Two numbers differ.</summary>
    /// <param name="notExpected">What must not be.</param>
    /// <param name="actual">What there is.</param>
    /// <param name="message">Shown when they are equal.</param>
    public static void AreNotEqual(long notExpected, long actual, [CallerArgumentExpression(nameof(actual))] string message = "") =>
        MSTest.AreNotEqual(notExpected, actual, message);

    /// <summary>Two texts differ.</summary>
    /// <param name="notExpected">What must not be.</param>
    /// <param name="actual">What there is.</param>
    /// <param name="message">Shown when they are equal.</param>
    public static void AreNotEqual(string? notExpected, string? actual, [CallerArgumentExpression(nameof(actual))] string message = "") =>
        MSTest.AreNotEqual(notExpected, actual, message);

    /// <summary>A condition holds.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="message">Shown when it does not hold.</param>
    public static void IsTrue(bool condition, [CallerArgumentExpression(nameof(condition))] string message = "") =>
        MSTest.IsTrue(condition, message);

    /// <summary>A condition does not hold.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="message">Shown when it holds.</param>
    public static void IsFalse(bool condition, [CallerArgumentExpression(nameof(condition))] string message = "") =>
        MSTest.IsFalse(condition, message);

    /// <summary>There is no object.</summary>
    /// <param name="value">The object.</param>
    /// <param name="message">Shown when there is one.</param>
    public static void IsNull(object? value, [CallerArgumentExpression(nameof(value))] string message = "") =>
        MSTest.IsNull(value, message);

    /// <summary>There is an object.</summary>
    /// <param name="value">The object.</param>
    /// <param name="message">Shown when there is none.</param>
    public static void IsNotNull(object? value, [CallerArgumentExpression(nameof(value))] string message = "") =>
        MSTest.IsNotNull(value, message);

    /// <summary>An action throws an exception of exactly one type.</summary>
    /// <param name="exception">The type.</param>
    /// <param name="action">The action.</param>
    /// <param name="message">Shown when it throws another one or none.</param>
    public static void ThrowsException(Type exception, Action action, [CallerArgumentExpression(nameof(action))] string message = "")
    {
        Type? thrown = null;
        try
        {
            action();
        }
        catch (Exception e)
        {
            thrown = e.GetType();
        }

        MSTest.AreEqual(exception, thrown, message);
    }
}
