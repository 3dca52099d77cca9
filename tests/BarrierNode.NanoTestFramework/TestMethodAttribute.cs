namespace nanoFramework.TestFramework;

/// <summary>Marks a test.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class TestMethodAttribute : Microsoft.VisualStudio.TestTools.UnitTesting.TestMethodAttribute
{
    /// <summary>Makes the attribute.</summary>
    public TestMethodAttribute()
    {
    }
}
