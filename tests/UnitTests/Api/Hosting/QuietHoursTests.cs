using InclusionPlatform.Api.Hosting;

namespace InclusionPlatform.UnitTests.Api.Hosting;

internal sealed class QuietHoursTests
{
    private const long AtRest = 170 << 20;

    [Test]
    public void Memory_WhenTheProcessHasJustStarted_IsNotGivenBack()
    {
        var since = new MemorySince(AtRest);

        Assert.That(new[] { since.IsWorthGivingBack(3, AtRest), since.IsWorthGivingBack(3, AtRest) }, Is.All.False);
    }

    [Test]
    public void Memory_WhenSomebodyIsStillWorking_IsNotGivenBack()
    {
        var since = new MemorySince(AtRest);
        since.IsWorthGivingBack(3, AtRest);

        Assert.That(new[] { since.IsWorthGivingBack(5, AtRest + (90 << 20)), since.IsWorthGivingBack(9, AtRest + (90 << 20)) }, Is.All.False);
    }

    [Test]
    public void Memory_WhenABusyHourIsOver_IsGivenBackOnce()
    {
        var since = new MemorySince(AtRest);
        since.IsWorthGivingBack(3, AtRest);
        since.IsWorthGivingBack(900, AtRest + (90 << 20));

        Assert.That(since.IsWorthGivingBack(900, AtRest + (90 << 20)), Is.True);
        since.GivenBack(902, AtRest + (30 << 20));
        Assert.That(since.IsWorthGivingBack(902, AtRest + (30 << 20)), Is.False);
    }

    [Test]
    public void Memory_WhenOnlyItsOwnJobsWorked_IsGivenBack()
    {
        var since = new MemorySince(AtRest);
        since.IsWorthGivingBack(900, AtRest + (90 << 20));

        Assert.That(since.IsWorthGivingBack(901, AtRest + (90 << 20)), Is.True);
    }

    [Test]
    public void Memory_WhenItsFirstSecondsWereBusy_IsGivenBackToo()
    {
        var since = new MemorySince(AtRest);
        since.IsWorthGivingBack(900, AtRest + (90 << 20));

        Assert.That(since.IsWorthGivingBack(900, AtRest + (90 << 20)), Is.True);
    }

    [Test]
    public void Memory_WhenLittleCameAfterIt_IsKept()
    {
        var since = new MemorySince(AtRest);
        since.GivenBack(900, AtRest);

        Assert.That(since.IsWorthGivingBack(900, AtRest + MemorySince.WorthIt), Is.False);
    }
}
