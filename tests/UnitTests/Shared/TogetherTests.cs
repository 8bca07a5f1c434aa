using InclusionPlatform.Shared.Privacy;

namespace InclusionPlatform.UnitTests.Shared;

internal sealed class TogetherTests
{
    [TestCase(0)]
    [TestCase(7)]
    [TestCase(5_000)]
    public void Each_WhenThereAreManyOrFew_AnswersInTheOrderOfTheRows(int count)
    {
        int[] rows = [.. Enumerable.Range(0, count)];

        Assert.That(Together.Each(rows, row => row * 3), Is.EqualTo(rows.Select(row => row * 3)));
    }

    [TestCase(0)]
    [TestCase(7)]
    [TestCase(200)]
    [TestCase(4_999)]
    public void Ahead_WhenThereAreManyOrFew_AnswersInTheOrderOfTheRows(int count)
    {
        int[] rows = [.. Enumerable.Range(0, count)];

        Assert.That(Together.Ahead(rows, row => row * 3), Is.EqualTo(rows.Select(row => row * 3)));
    }

    [Test]
    public void Ahead_WhenNobodyAsksForMore_StopsMakingThem()
    {
        var made = 0;
        int[] rows = [.. Enumerable.Range(0, 10_000)];

        var first = Together.Ahead(rows, row => Interlocked.Increment(ref made)).First();

        Assert.That(() => made, Is.LessThan(rows.Length).After(100), "not all of a long list is made before it is asked for");
        Assert.That(first, Is.GreaterThan(0));
    }

    [TestCase(7)]
    [TestCase(5_000)]
    public void Ahead_WhenOneCannotBeRead_ThrowsWhatItThrewAfterThoseBefore(int count)
    {
        int[] rows = [.. Enumerable.Range(0, count)];
        var seen = new List<int>();

        Assert.That(() => seen.AddRange(Together.Ahead(rows, row => row == count - 2 ? throw new PersonKeyDestroyedException() : row)), Throws.TypeOf<PersonKeyDestroyedException>());
    }

    [TestCase(7)]
    [TestCase(5_000)]
    public void Each_WhenOneCannotBeRead_ThrowsWhatItThrewAsIfItWereAlone(int count)
    {
        int[] rows = [.. Enumerable.Range(0, count)];

        Assert.That(() => Together.Each(rows, row => row % 4 == 3 ? throw new PersonKeyDestroyedException() : row), Throws.TypeOf<PersonKeyDestroyedException>());
    }
}
