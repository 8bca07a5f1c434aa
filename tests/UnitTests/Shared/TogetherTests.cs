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

    [TestCase(7)]
    [TestCase(5_000)]
    public void Each_WhenOneCannotBeRead_ThrowsWhatItThrewAsIfItWereAlone(int count)
    {
        int[] rows = [.. Enumerable.Range(0, count)];

        Assert.That(() => Together.Each(rows, row => row % 4 == 3 ? throw new PersonKeyDestroyedException() : row), Throws.TypeOf<PersonKeyDestroyedException>());
    }
}
