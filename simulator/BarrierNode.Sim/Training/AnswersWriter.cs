using System.Text;

namespace BarrierNode.Sim;

/// <summary>Writes answers as a file that <see cref="ExerciseFile.LoadAnswers"/> reads to the same answers.</summary>
public static class AnswersWriter
{
    /// <summary>The text of the file.</summary>
    /// <param name="answers">The answers.</param>
    public static string Write(ExerciseAnswers answers)
    {
        StringBuilder text = new($"answers: {FlowText.Of(answers.Exercise)}\nsteps:{(answers.Steps.Count == 0 ? " []" : "")}\n");
        foreach ((ExerciseRole role, ScenarioStep step) in answers.Steps)
        {
            text.Append($"  - {{ role: {ExerciseRoles.Word(role)}, {ScenarioWriter.Line(step)} }}\n");
        }

        return text.ToString();
    }
}
