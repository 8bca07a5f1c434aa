using InclusionPlatform.Api.Today;
using InclusionPlatform.Shared;

namespace InclusionPlatform.UnitTests.Api.Today;

internal sealed class MostUrgentTests
{
    [TestCase(3, 2, 1, "3 2 1", Description = "few: all")]
    [TestCase(70, 1, 5, "39 1 0", Description = "many are late: what is of today is seen all the same")]
    [TestCase(70, 30, 5, "20 20 0", Description = "many of both: half and half")]
    [TestCase(5, 50, 5, "5 35 0", Description = "few are late: the rest is of today")]
    [TestCase(70, 0, 9, "40 0 0", Description = "nothing of today: the late ones")]
    [TestCase(10, 10, 50, "10 10 20", Description = "the week fills what is left")]
    public void Tasks_WhenThereAreMoreThanArePut_KeepRoomForToday(int late, int today, int week, string shown)
    {
        var tasks = MostUrgent.Of([.. Some(week, Urgency.Week), .. Some(today, Urgency.Today), .. Some(late, Urgency.Late)]);

        Assert.That(string.Join(' ', new[] { Urgency.Late, Urgency.Today, Urgency.Week }.Select(urgency => tasks.Count(task => task.Urgency == urgency))), Is.EqualTo(shown));
        Assert.That(tasks.Select(task => task.Urgency), Is.Ordered);
    }

    private static IEnumerable<DueTask> Some(int count, Urgency urgency) =>
        Enumerable.Range(0, count).Select(at => new DueTask("kind", $"{at:000}", "", new DateOnly(2026, 11, 30).AddDays(-at), urgency, $"/{at}"));
}
