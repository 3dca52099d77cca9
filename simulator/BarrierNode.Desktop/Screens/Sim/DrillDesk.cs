using BarrierNode.Control;
using BarrierNode.Sim;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>What the buttons of the window do in an exercise: the acts that a trainee may have. Everything else belongs to the exercise itself.</summary>
internal static class DrillDesk
{
    /// <summary>Does something.</summary>
    /// <param name="drill">The exercise.</param>
    /// <param name="verb">What, one of <see cref="SimDesk.Verbs"/> or <c>begin</c>.</param>
    /// <param name="form">With what.</param>
    /// <returns>What was done, for people.</returns>
    /// <exception cref="DeskException">It cannot be done, or is not for trainees.</exception>
    public static string Do(Drill drill, string verb, DeskForm form)
    {
        switch (verb)
        {
            case "begin":
                drill.Begin();
                return "";
            case "command":
                (LaneModel lane, CommandOp op, int argument) = form.Command();
                return drill.Do(new CommandAct(op, lane.Id, argument));
            case "contact":
                Contact contact = form.Contact();
                bool acts = form.Flag("acts");
                string done = drill.Do(new ContactAct(contact.Name, acts));
                form.Bench.Contacts.Set(contact.Name, acts);
                return done;
            case "press":
                return drill.Press(form.Contact().Name);
            case "mend":
                return drill.Do(new MendAct(form.Text("point")));
            case "by-hand":
                return drill.Do(new MoveByHandAct(form.Lane.Id, form.Flag("up")));
            default:
                throw new DeskException(drill.Texts["common.notYours"]);
        }
    }
}
